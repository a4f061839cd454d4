// Printed by `npm run types` from docs/openapi.json. Do not edit.
export interface paths {}
export type webhooks = Record<string, never>;
export interface components {
  schemas: Record<string, never>;
}
export type operations = Record<string, never>;
