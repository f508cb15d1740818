/** {@code vigil bench}: measurements that anyone can repeat, each beside a baseline of the same run. */
package dev.vigil.app.bench;
