// Light, dark, or as the system has it.
import { useMantineColorScheme } from "@mantine/core";

export type Scheme = "auto" | "light" | "dark";

export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return [colorScheme, setColorScheme];
}
