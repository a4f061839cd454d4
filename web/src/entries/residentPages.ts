// The pages of residents and informants. A page adds a file below src/rooms and a row here.
import { House } from "lucide-react";
import type { PageRow } from "../shell/routes";

export const residentPages: PageRow[] = [
  {
    path: "/",
    load: () => import("../rooms/home/Home").then((file) => file.Home),
    nav: { label: "nav.home", icon: House },
  },
  { path: "/guide", load: () => import("../rooms/home/Guide").then((file) => file.Guide) },
];
