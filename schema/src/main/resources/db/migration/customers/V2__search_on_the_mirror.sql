-- People are looked for on the mirror, by any part of what is known of them; nothing reads these, and every import paid.
drop index customers.customer_name_trgm;
drop index customers.customer_email;
drop index customers.customer_phone;
