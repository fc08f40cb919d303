/** What happens to a chat's inbox, commands and session, each step in one function. */
export const turnFunctions = [
  `create function chat_now() returns bigint language sql volatile as $$
     select (extract(epoch from clock_timestamp()) * 1000)::bigint
   $$`,

  `create type chat_answer as (
     outcome text, notice boolean, chat text, fence float8, kind text, id text, content text, seen integer,
     pending boolean, version integer, state text, written integer, throws integer, losses integer, due float8, number bigint
   )`,

  // The head that may be claimed now, described as a claim; without one, only when there will be one.
  `create function chat_head(c chat, p_now bigint) returns chat_answer language plpgsql as $$
   declare
     a chat_answer;
   begin
     if c.commands > 0 and coalesce(c.command_at, 0) <= p_now then
       select x.number, x.key, x.command into a.number, a.id, a.content
         from chat_command x where x.chat = c.chat order by number limit 1;
       a.kind := 'command'; a.throws := c.command_throws; a.losses := c.command_losses; a.due := p_now;
     elsif c.items > 0 and coalesce(c.item_at, 0) <= p_now then
       select x.number, x.id, x.item, x.seen into a.number, a.id, a.content, a.seen
         from chat_item x where x.chat = c.chat order by number limit 1;
       a.kind := 'item'; a.pending := c.commands > 0; a.throws := c.item_throws; a.losses := c.item_losses;
       a.due := p_now;
     else
       a.due := least(case when c.items > 0 then c.item_at end, case when c.commands > 0 then c.command_at end);
       return a;
     end if;
     a.chat := c.chat; a.version := c.version; a.state := c.state; a.written := c.written;
     return a;
   end $$`,

  `create function chat_admit(
     p_chat text, p_channel text, p_id text, p_item text, p_seen_for bigint, p_lease integer, p_limit integer,
     p_window integer
   ) returns chat_answer language plpgsql as $$
   declare
     c chat;
     a chat_answer;
     t bigint;
   begin
     select * into c from chat where chat = p_chat for update;
     if not found then
       insert into chat (chat, channel) values (p_chat, p_channel) on conflict do nothing;
       select * into c from chat where chat = p_chat for update;
     end if;
     t := chat_now();

     insert into chat_seen as s (chat, id, seen_at) values (p_chat, p_id, t)
       on conflict (chat, id) do update set seen_at = t where s.seen_at <= t - p_seen_for;
     if not found then
       a.outcome := 'duplicate';
       return a;
     end if;

     if p_limit > 0 then
       if t >= c.flood_start + p_window then
         c.flood_start := t; c.flood_count := 0;
       end if;
       if c.flood_count >= p_limit then
         delete from chat_seen where chat = p_chat and id = p_id;
         a.outcome := 'flooded';
         a.notice := t >= c.flood_notice + 60000;
         if a.notice then update chat set flood_notice = t where chat = p_chat; end if;
         return a;
       end if;
       c.flood_count := c.flood_count + 1;
     end if;

     insert into chat_item (chat, id, seen, item) values (p_chat, p_id, c.departed, p_item)
       returning number into a.number;
     if c.owner is null and c.due_at is null and p_lease > 0 then
       c.owner := nextval('chat_fence'); c.kind := 'item'; c.head := a.number; c.via := null; c.due_at := t + p_lease;
       a.chat := p_chat; a.fence := c.owner; a.kind := 'item'; a.id := p_id; a.seen := c.departed; a.pending := false;
       a.version := c.version; a.state := c.state; a.written := c.written; a.throws := 0; a.losses := 0;
     elsif c.owner is null and c.item_at is null then
       -- A command that was put off may wait; the item need not wait for that.
       c.due_at := least(c.due_at, t);
       perform pg_notify('chat_turns', '');
     end if;
     update chat set owner = c.owner, kind = c.kind, head = c.head, via = c.via, items = c.items + 1,
       due_at = c.due_at, flood_start = c.flood_start, flood_count = c.flood_count, forgotten_at = null
       where chat = p_chat;
     a.outcome := 'admitted';
     return a;
   end $$`,

  // Without a chat, the one that has waited longest.
  `create function chat_claim(p_chat text, p_lease integer) returns chat_answer language plpgsql as $$
   declare
     c chat;
     a chat_answer;
     t bigint := chat_now();
   begin
     if p_chat is null then
       select * into c from chat where due_at <= t order by due_at limit 1 for update skip locked;
     else
       select * into c from chat where chat = p_chat and due_at <= t for update;
     end if;
     if not found then return null; end if;
     -- Whoever owned it died or froze.
     if c.owner is not null and c.kind = 'command' then c.command_losses := c.command_losses + 1; end if;
     if c.owner is not null and c.kind = 'item' then c.item_losses := c.item_losses + 1; end if;

     a := chat_head(c, t);
     if a.kind is null then
       c.owner := null; c.due_at := a.due;
     else
       a.outcome := 'claimed';
       a.fence := nextval('chat_fence');
       c.owner := a.fence; c.kind := a.kind; c.head := a.number; c.via := null; c.due_at := t + p_lease;
     end if;
     update chat set owner = c.owner, kind = c.kind, head = c.head, via = c.via, due_at = c.due_at,
       command_losses = c.command_losses, item_losses = c.item_losses where chat = c.chat;
     return a;
   end $$`,

  // The chats that have waited longest; when they are fewer than asked for, last a row that says in how many ms there
  // will be more. Chats that somebody else is just changing are passed over, so it never waits while it holds locks.
  `create function chat_claim_longest(p_count integer, p_lease integer) returns setof chat_answer language plpgsql as $$
   declare
     a chat_answer;
     t bigint;
   begin
     for n in 1..p_count loop
       a := chat_claim(null, p_lease);
       exit when a is null;
       if a.fence is not null then return next a; end if;
     end loop;
     if a is null then
       t := chat_now();
       select min(due_at) - t into a.due from chat where due_at > t;
       return next a;
     end if;
   end $$`,

  `create function chat_renew(p_chat text, p_fence bigint, p_lease integer) returns boolean language plpgsql as $$
   begin
     update chat set due_at = chat_now() + p_lease where chat = p_chat and owner = p_fence;
     return found;
   end $$`,

  `create function chat_commit(
     p_chat text, p_fence bigint, p_version integer, p_kind text, p_id text, p_state text, p_lease integer,
     p_buried text, p_hand_over boolean, p_letters text[], p_keys text[], p_commands text[]
   ) returns chat_answer language plpgsql as $$
   declare
     c chat;
     a chat_answer;
     t bigint;
     content text;
     next_via text := 'after ' || p_fence;
   begin
     select * into c from chat where chat = p_chat for update;
     t := chat_now();
     if c.done = p_fence then
       -- Asked again, because the answer was lost on its way.
       if p_lease > 0 and c.owner is not null and c.via = next_via then
         a := chat_head(c, t);
         a.fence := c.owner;
       end if;
       a.outcome := 'committed';
       return a;
     end if;
     a.outcome := 'stale';
     if c.owner is distinct from p_fence or coalesce(c.version, 0) <> p_version then return a; end if;

     if p_kind = 'command' then
       delete from chat_command x where x.chat = p_chat and x.number = c.head and x.key = p_id
         returning x.command into content;
       c.commands := c.commands - 1; c.command_at := null; c.command_throws := 0; c.command_losses := 0;
     else
       delete from chat_item x where x.chat = p_chat and x.number = c.head and x.id = p_id
         returning x.item into content;
       c.items := c.items - 1; c.item_at := null; c.item_throws := 0; c.item_losses := 0;
     end if;
     if content is null then return a; end if;
     if p_buried is not null then
       insert into chat_buried (chat, buried_at, reason, kind, id, content)
         values (p_chat, t, p_buried, p_kind, p_id, content);
     end if;

     if p_state is not null or c.version is not null then c.version := coalesce(c.version, 0) + 1; end if;
     c.state := coalesce(p_state, c.state);
     if cardinality(p_letters) > 0 then
       if p_hand_over then
         c.departed := c.written + cardinality(p_letters);
       else
         insert into chat_letter (chat, number, outgoing)
           select p_chat, c.written + position, outgoing from unnest(p_letters) with ordinality l (outgoing, position);
         c.mail_at := coalesce(c.mail_at, t);
         perform pg_notify('chat_mail', '');
       end if;
       c.written := c.written + cardinality(p_letters);
     end if;
     if cardinality(p_keys) > 0 then
       insert into chat_command (chat, key, command)
         select p_chat, key, command from unnest(p_keys, p_commands) with ordinality l (key, command, position)
         order by position;
       c.commands := c.commands + cardinality(p_keys);
     end if;

     a := chat_head(c, t);
     c.due_at := a.due; c.owner := null;
     if a.kind is not null and p_lease > 0 then
       a.fence := nextval('chat_fence');
       c.owner := a.fence; c.kind := a.kind; c.head := a.number; c.via := next_via; c.due_at := t + p_lease;
     elsif a.due <= t then
       perform pg_notify('chat_turns', '');
     end if;
     update chat set version = c.version, state = c.state, written = c.written, departed = c.departed, owner = c.owner,
       kind = c.kind, head = c.head, via = c.via, done = p_fence, items = c.items, commands = c.commands,
       due_at = c.due_at, mail_at = c.mail_at,
       command_at = c.command_at, command_throws = c.command_throws, command_losses = c.command_losses,
       item_at = c.item_at, item_throws = c.item_throws, item_losses = c.item_losses
       where chat = p_chat;
     a.outcome := 'committed';
     return a;
   end $$`,

  `create function chat_give_back(p_chat text, p_fence bigint, p_delay integer, p_threw boolean)
   returns void language plpgsql as $$
   declare
     c chat;
     a chat_answer;
     t bigint;
   begin
     select * into c from chat where chat = p_chat and owner = p_fence for update;
     if not found then return; end if;
     t := chat_now();
     if c.kind = 'command' then
       c.command_at := t + p_delay; c.command_throws := c.command_throws + p_threw::integer;
     else
       c.item_at := t + p_delay; c.item_throws := c.item_throws + p_threw::integer;
     end if;
     a := chat_head(c, t);
     update chat set owner = null, due_at = a.due, command_at = c.command_at, command_throws = c.command_throws,
       item_at = c.item_at, item_throws = c.item_throws where chat = p_chat;
     if a.due <= t then perform pg_notify('chat_turns', ''); end if;
   end $$`,
];
