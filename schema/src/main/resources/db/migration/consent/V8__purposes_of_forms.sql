-- To keep data at all, asked for by itself; and to ask an address by one letter whether it wants what somebody asked for in
-- its name.
insert into consent.purpose (code, kind, name, created_at) values
    ('processing', 'processing', '{"en": "Processing of personal data", "ru": "Обработка персональных данных", "uk": "Обробка персональних даних", "zh": "个人信息处理"}', '2026-01-01Z'),
    ('confirmation', 'service', '{"en": "A letter to confirm a request", "ru": "Письмо с подтверждением запроса", "uk": "Лист із підтвердженням запиту", "zh": "确认请求的邮件"}', '2026-01-01Z')
on conflict (code) do nothing;
