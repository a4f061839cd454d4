// The pages of the desk. A page adds a file below src/rooms and a row here; the first row with
// a place in the navigation that a role may see is where the role lands.
import { Settings } from "lucide-react";
import type { PageRow } from "../shell/routes";

export const deskPages: PageRow[] = [
  {
    path: "/desk/me",
    load: () => import("../rooms/settings/Settings").then((file) => file.Settings),
    nav: { label: "nav.settings", icon: Settings, aside: true },
  },
];
