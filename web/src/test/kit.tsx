import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

/** What the kit of `ui/` stands on, without its movements. */
export const Kit = ({ children }: { children: ReactNode }) => <MantineProvider env="test">{children}</MantineProvider>;
