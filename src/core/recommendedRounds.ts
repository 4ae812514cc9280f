/**
 * Rounds of PBKDF2 with SHA-256 that OWASP's Password Storage Cheat Sheet wants: what set-up makes, and what the
 * doctor measures a protected key by.
 */
export const recommendedRounds = 600_000;
