/** Days as people say them: the weekday, the day and the month's name as it is said in Morocco; today and tomorrow named. */
import { addDays, type Day } from '#base/clock.ts';
import type { Language } from '#flows/kit.ts';
import { filled, type Voice } from './voice.ts';

/** The region matters: `ar-MA` says نونبر and غشت where plain `ar` says نوفمبر and أغسطس. */
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ar: new Intl.DateTimeFormat('ar-MA', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-MA', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/** Kept because a summary and a menu of days name the same few days for everybody. */
const known = new Map<string, string>();
const mostKnown = 1000;

export function dayText(day: Day, voice: Voice): string {
  if (day === voice.today) return filled('common.dayToday', { day: calledNear(day, voice) }, voice);
  if (voice.today !== undefined && day === tomorrowOf(voice.today)) {
    return filled('common.dayTomorrow', { day: calledNear(day, voice) }, voice);
  }
  return calledDay(day, voice, 'common.day');
}

/** Who is told that it is tomorrow does not miss the month where there is little room. */
function calledNear(day: Day, voice: Voice): string {
  return calledDay(day, voice, voice.brief ? 'common.dayShort' : 'common.day');
}

function calledDay(day: Day, voice: Voice, form: 'common.day' | 'common.dayShort'): string {
  const key = `${voice.language} ${form} ${day}`;
  let text = known.get(key);
  if (text === undefined) {
    const parts = formats[voice.language].formatToParts(new Date(`${day}T00:00:00Z`));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
    const number = part('day') === '1' ? filled('common.dayFirst', {}, voice) : part('day');
    text = filled(form, { weekday: part('weekday'), number, month: part('month') }, voice);
    if (known.size >= mostKnown) known.clear();
    known.set(key, text);
  }
  return text;
}

let tomorrow: { readonly of: Day; readonly day: Day } | undefined;

function tomorrowOf(today: Day): Day {
  if (tomorrow?.of !== today) tomorrow = { of: today, day: addDays(today, 1) };
  return tomorrow.day;
}
