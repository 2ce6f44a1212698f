// The accessibility statement: what was built for, what was tried, what was not.
import type { Guide } from "./guide";

export const accessibility: Guide = {
  name: "accessibility",
  title: "Accessibility statement",
  lead: "This statement is about the Attest app and the documents it writes. We built it to meet the Web Content Accessibility Guidelines 2.2 at level AA. Nobody outside the project has audited it yet.",
  sections: [
    {
      heading: "What you can expect",
      parts: [
        {
          points: [
            "Everything can be done with the keyboard alone, in an order that follows the page, with a focus you can see.",
            "Every screen has a heading, a title, and names for its regions; changes such as “Saved” are told to screen readers.",
            "A colour never stands alone: each rating and state has its word and its shape.",
            "Text can be set larger in Settings, and the page holds at 400 per cent zoom without scrolling sideways, apart from wide tables, which scroll in their own frame.",
            "Light, dark and the high-contrast themes of your system are followed.",
            "Movement is left out where your system asks for that.",
            "Single-key shortcuts work only on a question’s screen and never in a field, and can be switched off.",
            "There are no time limits, and nothing needs a pointer to be dragged.",
          ],
        },
      ],
      door: { to: "preferences", words: "Go to Settings" },
    },
    {
      heading: "How it was tried",
      parts: [
        {
          points: [
            "Automatic checks (axe) run over every screen, light and dark, with each change.",
            "Whole journeys are run by keyboard alone.",
            "Screens are looked at 320 pixels wide, which is what 400 per cent zoom gives, and in forced colours.",
          ],
        },
        {
          says: "Automatic checks find only part of what can be wrong. It has not been tried with JAWS, NVDA, VoiceOver or Dragon by people who rely on them, and it has been run on Linux more than on Windows or macOS.",
        },
      ],
    },
    {
      heading: "What is not as good as it should be",
      parts: [
        {
          points: [
            "Excel workbooks: answer cells have headings and lists to choose from, but a large sheet is hard to find one’s way in with a screen reader. The same answers can be given in the app.",
            "Printed packs are web pages with headings and real tables. They are not tagged PDF.",
            "The dialogs for opening and saving files are those of your operating system.",
          ],
        },
      ],
    },
    {
      heading: "If something stands in your way",
      parts: [
        {
          says: "Tell whoever gave you Attest, in most cases your safeguarding partnership or IT department, or report it where the project keeps its issues. Say which screen it was, what you wanted to do, and what you use (system, browser zoom, screen reader). Write no answer of your audit into a report.",
        },
        {
          says: "If you need to give your return in another form, ask your partnership which it can take.",
        },
      ],
    },
  ],
};
