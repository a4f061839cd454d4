import "../theme/mantine-tabs.css";
import { Tabs as MantineTabs } from "@mantine/core";
import type { ReactNode } from "react";

export interface Tab {
  key: string;
  label: string;
  /** How many lie behind it. */
  count?: number;
  content: ReactNode;
}

/** Tabs over one page; the page keeps the chosen one in the address. */
export function Tabs({
  tabs,
  value,
  onChange,
  label,
}: {
  tabs: Tab[];
  value: string;
  onChange: (key: string) => void;
  label: string;
}) {
  return (
    <MantineTabs value={value} onChange={(key) => key && onChange(key)} keepMounted={false} variant="default">
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.key} value={tab.key}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && ` ${tab.count}`}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => (
        <MantineTabs.Panel key={tab.key} value={tab.key} pt="md">
          {tab.content}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  );
}
