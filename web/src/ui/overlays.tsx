// What opens over a page: dialogues and drawers. Focus is kept inside and given back.
import "../theme/mantine-overlays.css";
import { Drawer as MantineDrawer, Modal as MantineModal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface OverlayProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
}

export function Modal({ open, onClose, title, children, size = "md" }: OverlayProps) {
  const { t } = useTranslation("common");
  return (
    <MantineModal
      opened={open}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </MantineModal>
  );
}

/** At the end of the line: right in Chinese, left in Uyghur. */
export function Drawer({ open, onClose, title, children, size = "lg" }: OverlayProps) {
  const { t } = useTranslation("common");
  return (
    <MantineDrawer
      opened={open}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </MantineDrawer>
  );
}
