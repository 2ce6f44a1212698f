// Runs inside the page: finds the visible element with a role and an accessible name, as a person would name it.
// Arguments: role, name, whether the name must be whole. Gives the element or null.
const [role, name, whole] = arguments;
const SELECTORS = {
  button: "button, [role=button], summary",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4",
  textbox: "textarea, input:not([type]), input[type=text], input[type=search], input[type=date], input[type=number]",
  radio: "input[type=radio]",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  table: "table",
  status: "[role=status], output",
};
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const named = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map((one) => one.textContent).join(" "));
  if (element.tagName === "TABLE") return squeeze(element.caption?.textContent);
  return squeeze(element.textContent);
};
const seen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
};
const fits = (text) => (whole ? text === name : text.toLowerCase().includes(name.toLowerCase()));
const open = document.querySelector("dialog[open]") ?? document;
const found = [...open.querySelectorAll(SELECTORS[role])].filter((element) => fits(named(element)));
return found.find((element) => seen(element) || ["radio", "checkbox"].includes(role)) ?? null;
