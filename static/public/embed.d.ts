/** Types of embed.js, version 1. Add this file to a TypeScript project as it is. */

/** What a widget shows. Roles, cities: names as in Paypath's links. */
export interface PaypathConfig {
  role?: string;
  city?: string;
  /** 0 to 50 */
  years?: number | string;
  /** A second city or role, to stand beside the first. */
  versus?: string | null;
  theme?: 'light' | 'dark' | 'auto';
  /** #rgb or #rrggbb; made darker or lighter where it could not be read. */
  accent?: string | null;
  compact?: boolean;
  /** Level of the widget's heading. */
  heading?: 2 | 3 | 4 | '2' | '3' | '4';
  /** What readers may not change. */
  lock?: 'role' | 'city' | 'role,city' | null;
}

/** An element that holds a widget: `<paypath-calculator>` or `<div class="paypath">`. */
export interface PaypathElement extends HTMLElement {
  setConfig(config: PaypathConfig): void;
}

export interface PaypathEventMap {
  /** The figures that were asked for are shown. */
  'paypath:ready': CustomEvent<Record<string, never>>;
  /** The frame has another height, 200 to 2000 CSS pixels. */
  'paypath:height': CustomEvent<{ height: number }>;
  /** Another question is answered. Never holds text that a reader typed. */
  'paypath:change': CustomEvent<{ role: string; city: string; years: number }>;
  /**
   * `load`, `program`: the widget did not come. `question`: a parameter cannot be read. `pay`: the
   * pay of the place asked for did not load, the figures are for the place in their heading.
   */
  'paypath:error': CustomEvent<{ code: 'load' | 'program' | 'question' | 'pay'; message: string }>;
}

declare global {
  interface Window {
    /** `scan` looks for new elements at once; they are found without it, too. */
    readonly Paypath?: { readonly version: 1; scan(): void };
  }
  interface HTMLElementTagNameMap {
    'paypath-calculator': PaypathElement;
  }
  interface HTMLElementEventMap extends PaypathEventMap {}
}
