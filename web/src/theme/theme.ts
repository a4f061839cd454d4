// Mantine dressed in our tokens. Its own contrast rules are not enough in the dark scheme
// (white on pink was 2.66), so every colour that carries text comes from tokens.css.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const maple: MantineColorsTuple = [
  "#fbebea",
  "#f3d2d0",
  "#e9aeab",
  "#dd8783",
  "#d0655f",
  "#bd4144",
  "#a3262a",
  "#861d21",
  "#7a191d",
  "#5c1215",
];

const soft = (tone: string) => ({
  background: `var(--${tone}-soft)`,
  hover: `var(--${tone}-soft)`,
  color: `var(--${tone})`,
  border: "1px solid transparent",
});

const variantColorResolver: VariantColorsResolver = (input) => {
  const danger = input.color === "red" || input.color === "danger";
  if (input.variant === "filled")
    return {
      background: "var(--brand)",
      hover: "var(--brand-hover)",
      color: "var(--on-brand)",
      border: "1px solid transparent",
    };
  if (input.variant === "light") return soft(danger ? "danger" : "info");
  if (input.variant === "outline")
    return {
      background: "var(--surface)",
      hover: danger ? "var(--danger-soft)" : "var(--sunken)",
      color: danger ? "var(--danger)" : "var(--ink)",
      border: `1px solid ${danger ? "var(--danger)" : "var(--field-border)"}`,
    };
  if (input.variant === "subtle" || input.variant === "transparent")
    return {
      background: "transparent",
      hover: "var(--sunken)",
      color: danger ? "var(--danger)" : "var(--ink)",
      border: "1px solid transparent",
    };
  return defaultVariantColorsResolver(input);
};

export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-bright": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-2)",
    "--mantine-color-placeholder": "var(--ink-2)",
    "--mantine-color-error": "var(--danger)",
    "--mantine-color-anchor": "var(--link)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-hover": "var(--sunken)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--field-border)",
    "--mantine-color-disabled": "var(--sunken)",
    "--mantine-color-disabled-color": "var(--ink-2)",
    "--mantine-color-disabled-border": "var(--line)",
    "--mantine-primary-color-filled": "var(--brand)",
    "--mantine-primary-color-filled-hover": "var(--brand-hover)",
    "--mantine-primary-color-contrast": "var(--on-brand)",
    "--mantine-primary-color-light": "var(--brand-soft)",
    "--mantine-primary-color-light-hover": "var(--brand-soft)",
    "--mantine-primary-color-light-color": "var(--brand-ink)",
    "--mantine-color-maple-filled": "var(--brand)",
    "--mantine-color-maple-filled-hover": "var(--brand-hover)",
    "--mantine-color-maple-light": "var(--brand-soft)",
    "--mantine-color-maple-light-color": "var(--brand-ink)",
    "--mantine-font-size-sm": "var(--s)",
    "--mantine-font-size-md": "var(--m)",
    "--mantine-font-size-xs": "var(--xs)",
  };
  return { variables: both, light: both, dark: both };
};

export const theme = createTheme({
  primaryColor: "maple",
  colors: { maple },
  primaryShade: 6,
  white: "#ffffff",
  black: "#1f1b18",
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: "var(--font)", fontWeight: "700" },
  defaultRadius: 8,
  focusRing: "auto",
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: "sm", radius: 10 } },
  },
});
