/**
 * What a mail declares about itself: schema.org items in its HTML (JSON-LD and microdata), headers of bulk and automatic
 * mail, cancelled invitations. No text is read by meaning here.
 */
package dev.vigil.connectors.mail.declared;
