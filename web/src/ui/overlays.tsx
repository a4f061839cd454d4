// What opens over a page: dialogues and drawers. Focus is kept inside and given back. Their
// heads are no <header>: in a dialogue a screen reader would take it for the page's banner.
import "../theme/mantine-overlays.css";
import { Drawer as MantineDrawer, Modal as MantineModal } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "./confirm";
import { useFocusBack } from "./focusBack";
import css from "./overlays.module.css";
import { hushToasts } from "./toast";

interface OverlayProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
}

const quick = { duration: 120 };
// A question may be asked from a drawer, however long its place has been on the page.
const overDrawers = 300;

export function Modal({ open, onClose, title, children, size = "md" }: OverlayProps) {
  const { t } = useTranslation("common");
  const box = useFocusBack(open);
  return (
    <MantineModal.Root
      opened={open}
      onClose={onClose}
      returnFocus={false}
      size={size}
      centered
      transitionProps={quick}
      zIndex={overDrawers}
    >
      <MantineModal.Overlay />
      <MantineModal.Content radius={14} ref={box}>
        <div className={css.head}>
          <MantineModal.Title>{title}</MantineModal.Title>
          <MantineModal.CloseButton aria-label={t("close")} />
        </div>
        <MantineModal.Body>{children}</MantineModal.Body>
      </MantineModal.Content>
    </MantineModal.Root>
  );
}

/** At the end of the line: right in Chinese, left in Uyghur. */
export function Drawer({ open, onClose, title, children, size = "lg" }: OverlayProps) {
  const { t } = useTranslation("common");
  const asked = useAsked() !== null;
  const box = useFocusBack(open);
  useEffect(() => {
    if (open) hushToasts();
  }, [open]);
  return (
    <MantineDrawer.Root
      opened={open}
      onClose={onClose}
      returnFocus={false}
      size={size}
      position="right"
      transitionProps={quick}
      closeOnEscape={!asked}
    >
      <MantineDrawer.Overlay />
      <MantineDrawer.Content ref={box}>
        <div className={css.head}>
          <MantineDrawer.Title>{title}</MantineDrawer.Title>
          <MantineDrawer.CloseButton aria-label={t("close")} />
        </div>
        <MantineDrawer.Body>{children}</MantineDrawer.Body>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  );
}
