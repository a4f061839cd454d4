// What a row of a route table says. A page is loaded when it is first visited.
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Role } from "./session";

export interface PageRow {
  /** The whole path: "/desk/disputes/:dispute". */
  path: string;
  load: () => Promise<ComponentType>;
  /** Its place in the navigation; a page without one is reached from other pages. */
  nav?: {
    /** Key in the namespace of the shell: "nav.today" of desk.json or resident.json. */
    label: string;
    icon: LucideIcon;
    /** Below a line, at the end of the list. */
    aside?: boolean;
    /** Only these roles see it; everybody when nothing is given. */
    roles?: Role[];
  };
  /** Without the shell around it: signing in, full-screen session. */
  bare?: boolean;
}
