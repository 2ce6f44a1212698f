// The ways between the screens of the audit tools.
import { here } from "../state/place.svelte";
import { address, type Place } from "../state/places";

/** One audit tool. */
export function toolAt(key: string): Place {
  return { screen: "template", template: key };
}

/** What a link to a place needs: its address, and going there without loading anything. */
export function link(place: Place): { href: string; onclick: (event: MouseEvent) => void } {
  return {
    href: address(place),
    onclick: (event) => {
      event.preventDefault();
      here.go(place);
    },
  };
}
