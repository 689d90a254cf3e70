/**
 * Tests against real servers that they start themselves: Dovecot with all it can and as Outlook.com's stand-in, Postfix.
 * Debian's packages are installed where they are missing; where that can't be, the tests are skipped and say so.
 */
package oriel.servers;
