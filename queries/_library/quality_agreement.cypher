// How far two codings of the data agree, as the last load recorded it.
MATCH (load:Load) RETURN load.agreement AS agreement ORDER BY load.started DESC LIMIT 1
