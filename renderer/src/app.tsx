import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from './api/queries.ts';
import { SystemGate } from './shell/system-gate.tsx';
import { colorSchemeKey } from './theme/appearance.ts';
import { cssVariablesResolver, mantineTheme } from './theme/mantine-theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: colorSchemeKey });

/** The whole program on the screen: theme, cache, then whatever the state of the shop calls for. */
export const App = () => (
  <MantineProvider
    theme={mantineTheme}
    cssVariablesResolver={cssVariablesResolver}
    colorSchemeManager={colorScheme}
    defaultColorScheme="auto"
  >
    <QueryClientProvider client={queryClient}>
      <SystemGate />
    </QueryClientProvider>
  </MantineProvider>
);
