/** What a customer can choose. Each choice means the same wherever and whenever it is tapped. */
import type { FlowEvent } from '../kit.ts';
import type { VoiceChoice } from '../voice.ts';

interface Plain<Type extends string> {
  readonly type: Type;
}

interface WithValue<Type extends string> {
  readonly type: Type;
  readonly value: string;
}

/** A list, and the page of it. */
interface Paged<Type extends string> {
  readonly type: Type;
  readonly value?: string;
}

export type CustomerChoice =
  | Paged<'products' | 'places' | 'cooperatives' | 'change' | 'communes'>
  /** A slug, or slug and page: `miel/2`. */
  | WithValue<'category' | 'cooperative' | 'onShelf' | 'province'>
  | WithValue<'product' | 'line' | 'remove' | 'otherAmount' | 'otherTotal'>
  /** A product's code and a quantity: `miel-thym/3`. */
  | WithValue<'add' | 'set'>
  | Plain<'relative' | 'myself' | 'deliver' | 'collect' | 'byPhone' | 'empty' | 'emptyNow'>
  | Plain<'sameName' | 'noPhone' | 'skip' | 'edit' | 'later' | 'yes' | 'no'>
  | WithValue<'commune' | 'day' | 'shelf' | 'mayCall' | 'confirm' | 'correct'>
  /** An order's number. */
  | WithValue<'cancel' | 'cancelNow' | 'about'>
  /** The last order where none is named. */
  | Paged<'again'>
  /** One shown before it carried its order names none. */
  | Paged<'keepRest'>
  | Plain<'handsOff' | 'reply' | 'forgetNow'>
  | VoiceChoice;

export type CustomerEvent = FlowEvent<CustomerChoice>;
