/**
 * What connectors report. What has happened is an instant; what is to come is local time with its zone. Everything in
 * here came from outside and is untrusted: plain data, bounded by the connector that made it.
 */
package dev.vigil.core.fact;
