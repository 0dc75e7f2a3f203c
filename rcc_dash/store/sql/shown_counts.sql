-- What is shown of each of these cells of children, by the law of `rcc5` (design/disclosure.md 1.3)?
-- Parameters:
--   $children BIGINT[]: children in each cell
--   $keys VARCHAR[]: sum of their record keys as text, in the same order
--   $pepper VARCHAR: secret text that fixes the draws
--   $least BIGINT: smallest number that may be shown, and of children that it may be about
--   $base BIGINT: shown numbers are multiples of this
--   $remainders BIGINT[]: the law (`domain.rounding.Step`): remainder of the children by the base
--   $added BIGINT[]: what is added to the children less the remainder, in the same order
--   $from_pct BIGINT[]: from which draw on, in % of all draws
--   $to_pct BIGINT[]: to below which draw
-- Grain: one row per cell, in the order in which they were given
-- Columns:
--   shown BIGINT: number to show; null hides the cell
with cell as (
  select
    unnest($children::bigint[]) as n,
    unnest($keys::varchar[]) as keys,
    unnest(range(len($children::bigint[]))) as place
),
law as (
  select
    unnest($remainders::bigint[]) as remainder,
    unnest($added::bigint[]) as added,
    unnest($from_pct::bigint[]) as from_pct,
    unnest($to_pct::bigint[]) as to_pct
),
drawn as (
  select
    place,
    n,
    100 * ('0x' || substr(sha256($pepper || ':' || keys || ':' || n), 1, 8))::bigint as draw
  from cell
),
rounded as (
  select
    drawn.place,
    drawn.n,
    drawn.n - law.remainder + law.added as y
  from drawn
  inner join law
    on law.remainder = drawn.n % $base::bigint
    and drawn.draw >= law.from_pct * 4294967296
    and drawn.draw < law.to_pct * 4294967296
)
select case when n < $least::bigint or y < $least::bigint then null else y end as shown
from rounded
order by place
