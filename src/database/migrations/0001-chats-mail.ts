/** What happens to a chat's letters, to its memory, and what is counted, each step in one function. */
export const mailFunctions = [
  `create type chat_mail_answer as (chat text, fence float8, letters text, attempts integer)`,

  `create function chat_claim_mail(p_channels text[], p_lease integer, p_limit integer)
   returns chat_mail_answer language plpgsql as $$
   declare
     c chat;
     a chat_mail_answer;
     t bigint := chat_now();
   begin
     select * into c from chat where channel = any(p_channels) and mail_at <= t
       order by mail_at limit 1 for update skip locked;
     if not found then return null; end if;
     select '[' || string_agg('[' || number || ',' || outgoing || ']', ',' order by number) || ']' into a.letters
       from (select number, outgoing from chat_letter where chat = c.chat order by number limit p_limit) l;
     a.chat := c.chat; a.fence := nextval('chat_fence'); a.attempts := c.mail_attempts;
     update chat set mail_owner = a.fence, mail_at = t + p_lease where chat = c.chat;
     return a;
   end $$`,

  // The sender keeps its claim until the last of its letters is settled.
  `create function chat_settle_mail(p_chat text, p_fence bigint, p_number integer, p_last integer, p_lease integer)
   returns boolean language plpgsql as $$
   declare
     c chat;
     t bigint;
     this text := p_fence || ':' || p_number;
     more boolean;
   begin
     select * into c from chat where chat = p_chat for update;
     if c.mail_done = this then return true; end if;
     if c.mail_owner is distinct from p_fence then return false; end if;
     t := chat_now();
     delete from chat_letter where chat = p_chat and number <= p_number;
     more := exists (select from chat_letter where chat = p_chat);
     update chat set departed = greatest(departed, p_number), mail_done = this, mail_attempts = 0,
       mail_owner = case when more and p_number < p_last then p_fence end,
       mail_at = case when more and p_number < p_last then t + p_lease when more then t end
       where chat = p_chat;
     if more and p_number >= p_last then perform pg_notify('chat_mail', ''); end if;
     return true;
   end $$`,

  `create function chat_defer_mail(p_chat text, p_fence bigint, p_delay integer) returns void language plpgsql as $$
   begin
     update chat set mail_owner = null, mail_at = chat_now() + p_delay, mail_attempts = mail_attempts + 1
       where chat = p_chat and mail_owner = p_fence;
     if found and p_delay <= 0 then perform pg_notify('chat_mail', ''); end if;
   end $$`,

  // The numbers of letters go on for as long as an id stays seen: a channel that recognises a letter by its key would
  // keep back a new one under an old number.
  `create function chat_forget(p_chat text) returns void language plpgsql as $$
   declare
     c chat;
   begin
     select * into c from chat where chat = p_chat for update;
     if not found then return; end if;
     delete from chat where chat = p_chat;
     delete from chat_item where chat = p_chat;
     delete from chat_command where chat = p_chat;
     delete from chat_letter where chat = p_chat;
     delete from chat_buried where chat = p_chat;
     insert into chat (chat, channel, written, departed, forgotten_at)
       values (c.chat, c.channel, c.written, c.written, chat_now());
   end $$`,

  // In how many ms there will be mail of these channels that may not be claimed yet.
  `create function chat_mail_expected(p_channels text[]) returns float8 language plpgsql as $$
   declare
     t bigint := chat_now();
   begin
     return (select min(mail_at) - t from chat where channel = any(p_channels) and mail_at > t);
   end $$`,

  `create function chat_counts(out waiting integer, out leased integer, out mail integer, out buried integer)
   language sql as $$
     select count(*) filter (where owner is null)::integer, count(owner)::integer,
       (select count(*) from chat_letter)::integer, (select count(*) from chat_buried)::integer
     from chat where due_at is not null
   $$`,

  `create function chat_sweep(p_seen_for bigint) returns void language sql as $$
     delete from chat_seen where seen_at <= chat_now() - p_seen_for;
     delete from chat where forgotten_at <= chat_now() - p_seen_for;
   $$`,
];
