// How an audit is completed, from the first start to a checked set of answers.
import type { Guide } from "./guide";

export const completing: Guide = {
  name: "completing",
  title: "Completing an audit",
  lead: "From the first start to a set of answers you would be happy to show a visitor. You need this computer and whatever you already know; you do not need the internet or an account.",
  sections: [
    {
      heading: "Begin",
      parts: [
        {
          steps: [
            "On the first screen choose “New audit”, pick the audit tool, and enter the name of your school or organisation.",
            "Choose where to save the file. A folder that is backed up and that only the people who need it can open is best.",
            "Say what your setting has, such as a nursery, boarding or a sixth form. That decides which questions you are asked. You can change it later: answers to questions that fall away are kept, and come back if you change your mind.",
            "Enter the date of the governors’ or board meeting and the date the return is due, if you know them. Home then plans the steps back from those dates.",
          ],
        },
        {
          says: "If you did an audit in Attest last year, open that file instead and begin the next year from Home. Last year’s answers come with you.",
        },
      ],
      door: { to: "home", words: "Go to Home" },
    },
    {
      heading: "Answer one question",
      parts: [
        {
          steps: [
            "Read the statement and what it asks. “Must” is a legal duty, “should” is guidance you follow unless there is good reason not to.",
            "Choose the level that is true today. Each level says what it looks like here.",
            "Write what shows it and where it is kept, in a sentence or two. Name no child and describe nobody who could be recognised.",
            "If something should be better, write it as an area for development and add an action with an owner and a date.",
          ],
        },
        {
          says: "A low rating with a plan is worth more than a high one with nothing to show. Blank, “not applicable” and “no” mean three different things: leave a question blank only while you have not looked at it.",
        },
      ],
      door: { to: "audit", words: "Go to the audit" },
    },
    {
      heading: "Everything is saved as you type",
      parts: [
        {
          says: "The bar at the top says “Saved” and the time. There is no save button. Undo and redo go back as far as the opening of the file or the last signature.",
        },
        {
          says: "You can stop at any time. Flag a question with F to come back to it. The keys 1 to 5 rate, 0 says not applicable, E goes to the evidence, and ? lists all keys; they can be switched off in Settings.",
        },
      ],
    },
    {
      heading: "Answers carried forward from last year",
      parts: [
        {
          points: [
            "An answer carried forward counts as not answered until you confirm it or change it.",
            "Where the wording is the same, rating and texts are carried. You can confirm those together, standard by standard.",
            "Where a question was reworded, rating and texts are carried and you confirm each one.",
            "Where questions were split or merged, only the texts are carried: the rating is yours to give again.",
            "Last year’s rating stays beside the question, also after you confirm.",
          ],
        },
      ],
    },
    {
      heading: "Evidence and actions",
      parts: [
        {
          says: "An item of evidence says what it is and where it is kept; the document itself stays where it is. One item can back many answers. Give it a review date, and the evidence list tells you when it goes stale.",
        },
        {
          says: "An action has an owner, a date and a state. The plan shows every action of every question as one list, with what is overdue at the top. Review actions between audits: each review is kept with its date.",
        },
      ],
      door: { to: "evidence", words: "Go to evidence" },
    },
    {
      heading: "Check before anybody signs",
      parts: [
        {
          says: "Checks lists every gap as a link to its question: what is not answered, a top rating without evidence, a low rating without an action, answers that contradict each other. It also shows text that looks like a child’s personal data, with a way to take it out.",
        },
        {
          says: "Gaps have to be closed before anybody can sign. What is only “worth a look” is shown so that it is a decision and not an oversight. A draft can be written and sent at any time.",
        },
      ],
      door: { to: "checks", words: "Go to checks" },
    },
  ],
};
