import { createContext } from 'react';

/** The name of the period that the cards are about, for what is copied from them; given by the screen. */
export const PeriodShown = createContext<string | null>(null);
