/** All accounts gave the expected answer. */
export const EXIT_MET = 0;
/** A server judged a credential otherwise than expected. */
export const EXIT_JUDGED = 1;
/** At least one credential could not be judged. */
export const EXIT_NOT_JUDGED = 2;
/** EX_USAGE of BSD's sysexits.h: the command line or an input is wrong. */
export const EXIT_USAGE = 64;
