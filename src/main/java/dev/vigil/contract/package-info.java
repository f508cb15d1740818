/**
 * The JSON form of the watch contract. Reading is done by hand over the tree, so that each refusal names the place and
 * what was expected there; nothing that is mistyped ever arms a watch. Adapters may import this room.
 */
package dev.vigil.contract;
