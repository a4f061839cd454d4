// One-time links carry their token behind '#', which a browser sends to nobody.
import { useEffect, useState } from "react";

/** The token of the address; taken out of the address bar and the history at once. */
export function useToken(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  return token;
}
