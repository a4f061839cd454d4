declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  type Part = (props: Record<string, unknown>) => unknown;
  interface System {
    React: { createElement(what: string | Part, props: object | null, ...children: unknown[]): unknown };
  }
  /** A part of the viewer that is drawn otherwise, from the one that it has. */
  export type Wrapped = (own: Part, system: System) => Part;
  interface Options {
    domNode: HTMLElement | null;
    url: string;
    deepLinking?: boolean;
    docExpansion?: "list" | "full" | "none";
    defaultModelsExpandDepth?: number;
    filter?: boolean;
    tryItOutEnabled?: boolean;
    validatorUrl?: null;
    plugins?: { wrapComponents: Record<string, Wrapped> }[];
  }
  const SwaggerUI: (options: Options) => unknown;
  export default SwaggerUI;
}
