// The browsable page of the API. The viewer is served from here, nothing comes from elsewhere.
import "swagger-ui-dist/swagger-ui.css";
import "./apiDocs.css";
import SwaggerUI, { type Wrapped } from "swagger-ui-dist/swagger-ui-es-bundle.js";

/** A part of the viewer as a place of the page with a name, so that whoever listens can go there. */
const named =
  (name: string, heading?: string): Wrapped =>
  (own, { React }) =>
  (props) =>
    React.createElement(
      "section",
      { "aria-label": name },
      heading ? React.createElement("h2", { className: "wrapper heading" }, heading) : null,
      React.createElement(own, props),
    );

SwaggerUI({
  domNode: document.getElementById("root"),
  url: "/api/openapi.json",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: false,
  validatorUrl: null,
  plugins: [
    {
      wrapComponents: {
        InfoContainer: named("About"),
        FilterContainer: named("Search", "Routes"), // between the title and the names of the rooms, which are third
        // There is one server, the one that serves this page: nothing to choose, and no choice without a name.
        ServersContainer: () => () => null,
        // A link inside the button that opens a route cannot be reached by itself; the address follows all the same.
        DeepLink:
          (_own, { React }) =>
          ({ text }) =>
            React.createElement("span", null, text),
        // What is longer than its box can be reached by keys.
        SyntaxHighlighter:
          (_own, { React }) =>
          ({ children }) =>
            React.createElement("pre", { className: "example microlight", tabIndex: 0 }, children),
      },
    },
  ],
});
