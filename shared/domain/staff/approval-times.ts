/** How long somebody may take to have a call approved, milliseconds. */
export const askMs = 5 * 60_000;

/** How long whoever asked may take to repeat an approved call, milliseconds. */
export const grantMs = 60_000;
