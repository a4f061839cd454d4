import type { components } from "../../schema";

export type SigningPage = components["schemas"]["resolution.SigningPage"];
export type SignerPromise = components["schemas"]["resolution.SignerPromise"];
export type SignsAs = components["schemas"]["dispute.SignsAs"];

/** How a signer comes in: by the token of a link, or by the code of a receipt. */
export type Door = { token: string } | { code: string };
