import "../theme/mantine-forms.css";
import { Menu as MantineMenu } from "@mantine/core";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  to?: string;
  onClick?: () => void;
  danger?: boolean;
  /** The present choice, of a menu that chooses. */
  chosen?: boolean;
  lang?: string;
  disabled?: boolean;
}

/** A button with a list of acts. The button is given; it must take a ref and onClick. */
export function Menu({ button, entries, label }: { button: ReactNode; entries: MenuEntry[]; label: string }) {
  const navigate = useNavigate();
  return (
    <MantineMenu
      position="bottom-end"
      withinPortal={false}
      floatingStrategy="fixed" // no table cuts it off
      withInitialFocusPlaceholder={false}
    >
      <MantineMenu.Target>{button}</MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label} mah={360} style={{ overflowY: "auto" }}>
        {entries.map((entry) => (
          <MantineMenu.Item
            key={entry.label}
            leftSection={entry.icon}
            color={entry.danger ? "var(--danger)" : undefined}
            lang={entry.lang}
            disabled={entry.disabled}
            aria-current={entry.chosen || undefined}
            fw={entry.chosen ? 600 : undefined}
            onClick={() => (entry.to ? navigate(entry.to) : entry.onClick?.())}
          >
            {entry.label}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
