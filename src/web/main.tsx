import { render } from "preact";
import { App } from "./app.tsx";
import { PageState } from "./page-state.ts";
import { Page } from "./use-page.ts";

const page = new PageState();
void page.refresh();
render(
  <Page.Provider value={page}>
    <App />
  </Page.Provider>,
  document.getElementById("page")!,
);
