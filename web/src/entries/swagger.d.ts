declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  interface Options {
    domNode: HTMLElement | null;
    url: string;
    deepLinking?: boolean;
    docExpansion?: "list" | "full" | "none";
    defaultModelsExpandDepth?: number;
    filter?: boolean;
    tryItOutEnabled?: boolean;
    validatorUrl?: null;
  }
  const SwaggerUI: (options: Options) => unknown;
  export default SwaggerUI;
}
