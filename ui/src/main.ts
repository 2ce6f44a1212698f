// Puts the page on the screen; nothing else.
import { mount } from "svelte";
import App from "./App.svelte";
import "./design/tokens.css";
import "./design/base.css";
import "./design/field.css";
import "./design/sides.css";
import "./design/tones.css";

const target = document.getElementById("app");
if (target) mount(App, { target });
