import { Offline } from "./Offline";

/** Bars below the header of both shells, most urgent first. */
export function Banners() {
  return <Offline />;
}
