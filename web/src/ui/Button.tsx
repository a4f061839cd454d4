import { ActionIcon, Button as MantineButton } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Kbd } from "./Kbd";

interface ButtonProps {
  children: ReactNode;
  /** primary: the one next act; danger: outlined, never filled; plain: everything else. */
  kind?: "primary" | "plain" | "quiet" | "danger";
  icon?: ReactNode;
  /** The shortcut shown on the button; it is registered with useActions. */
  keys?: string;
  to?: string;
  /** The address of a file, which the browser opens beside the page. */
  file?: string;
  type?: "button" | "submit";
  busy?: boolean;
  disabled?: boolean;
  /** Over the whole width: the main button on a phone. */
  wide?: boolean;
  onClick?: () => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
}

const variants = { primary: "filled", plain: "outline", quiet: "subtle", danger: "outline" } as const;

export function Button({ kind = "plain", icon, keys, to, file, type = "button", busy, wide, ...rest }: ButtonProps) {
  const look = {
    variant: variants[kind],
    color: kind === "danger" ? "red" : undefined,
    leftSection: icon,
    rightSection: keys ? <Kbd keys={keys} on={kind === "primary" ? "brand" : "surface"} /> : undefined,
    fullWidth: wide,
  };
  if (to !== undefined && !rest.disabled) return <MantineButton component={Link} to={to} {...look} {...rest} />;
  if (file !== undefined && !rest.disabled)
    return <MantineButton component="a" href={file} target="_blank" rel="noopener" {...look} {...rest} />;
  return <MantineButton type={type} loading={busy} {...look} {...rest} />;
}

interface IconButtonProps {
  /** Said by a screen reader and shown as a hint. */
  label: string;
  icon: ReactNode;
  onClick?: () => void;
  expanded?: boolean;
  disabled?: boolean;
}

/** An icon alone. As the button of a Menu it passes on what the menu gives it. */
export function IconButton({ label, icon, expanded, ...rest }: IconButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      size="var(--target)"
      aria-label={label}
      title={label}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...rest}
    >
      {icon}
    </ActionIcon>
  );
}
