// The browsable page of the API. The viewer is served from here, nothing comes from elsewhere.
import "swagger-ui-dist/swagger-ui.css";
import "./apiDocs.css";
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";

SwaggerUI({
  domNode: document.getElementById("root"),
  url: "/api/openapi.json",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: false,
  validatorUrl: null,
});
