/**
 * Quartz: calls back at due moments and polls sources. Its jobs echo the store's rows; they are made and mended from
 * them, so a lost or doubled job does no harm.
 */
package dev.vigil.schedule;
