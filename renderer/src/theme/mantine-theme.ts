import { Button, type CSSVariablesResolver, createTheme } from '@mantine/core';

const buttonHeights: Readonly<Record<string, { height: string; padding: string; text: string }>> = {
  sm: { height: '40px', padding: '14px', text: '15px' },
  md: { height: '48px', padding: '18px', text: '16px' },
  lg: { height: '56px', padding: '20px', text: '18px' },
  xl: { height: '72px', padding: '36px', text: '22px' },
};

interface ButtonColours {
  readonly background: string;
  readonly hover: string;
  readonly text: string;
  readonly border: string;
}

const filled: ButtonColours = {
  background: 'var(--accent)',
  hover: 'var(--accent-hover)',
  text: 'var(--accent-ink)',
  border: '1px solid transparent',
};

const danger: ButtonColours = {
  background: 'var(--bad-solid)',
  hover: 'var(--bad-solid)',
  text: 'var(--bad-ink)',
  border: '1px solid transparent',
};

const byVariant: Readonly<Record<string, ButtonColours>> = {
  default: {
    background: 'var(--surface)',
    hover: 'var(--inset)',
    text: 'var(--ink)',
    border: '1px solid var(--line-2)',
  },
  outline: {
    background: 'var(--surface)',
    hover: 'var(--accent-soft)',
    text: 'var(--accent-text)',
    border: '1px solid var(--accent)',
  },
  light: {
    background: 'var(--accent-soft)',
    hover: 'var(--accent-soft)',
    text: 'var(--accent-text)',
    border: '1px solid var(--accent)',
  },
  subtle: {
    background: 'transparent',
    hover: 'var(--accent-soft)',
    text: 'var(--accent-text)',
    border: '1px solid transparent',
  },
};

/**
 * Defaults of components beside Button are plain objects: importing the components here would put them into
 * the first chunk.
 *
 * Mantine set up with the tokens. Filled buttons take their colours from the tokens and not from
 * autoContrast, which leaves white text on mint in dark mode (1.98:1). `color="red"` is the
 * destructive button.
 */
export const mantineTheme = createTheme({
  colors: {
    pine: [
      '#e9f5f1',
      '#cfe7e0',
      '#9ccfc3',
      '#56cbb4',
      '#3db39d',
      '#2a9b86',
      '#1c8572',
      '#127463',
      '#0b6355',
      '#084a3f',
    ],
  },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '14px', xl: '999px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  fontSizes: { xs: '13px', sm: '14.5px', md: '16px', lg: '17px', xl: '20px' },
  headings: { fontWeight: '720' },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, props) => {
        const size = buttonHeights[props.size ?? 'md'] ?? buttonHeights.md;
        const variant = props.variant ?? 'filled';
        const colours = byVariant[variant] ?? (props.color === 'red' ? danger : filled);
        return {
          root: {
            '--button-height': size?.height,
            '--button-padding-x': size?.padding,
            '--button-fz': size?.text,
            '--button-bg': colours.background,
            '--button-hover': colours.hover,
            '--button-color': colours.text,
            '--button-bd': colours.border,
          },
        };
      },
    }),
    TextInput: { defaultProps: { size: 'lg' } },
    Textarea: { defaultProps: { size: 'lg' } },
    PasswordInput: { defaultProps: { size: 'lg' } },
    NumberInput: { defaultProps: { size: 'md', hideControls: true } },
    Select: { defaultProps: { size: 'lg', allowDeselect: false, withCheckIcon: true } },
    SegmentedControl: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'xl' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', size: 'lg' } },
  },
});

const mapped = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--inset)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-disabled': 'var(--line)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
};

/** Points Mantine's own colour variables at the tokens, or dark mode mixes in its neutral greys. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mapped,
  dark: mapped,
});
