/** Whether somebody came on one day so far (`visits`: days with a visit). One visit is no rhythm: they are expected on no day. */
export const cameOnce = (visits: number): boolean => visits <= 1;
