-- A dispute in two requests: asked for, then accepted. Each request has a key of its own.
local form, salt = os.getenv("FORM"), os.getenv("SALT")
local headers = {["Cookie"] = os.getenv("COOKIE"), ["Content-Type"] = "application/json"}
local waiting, n = {}, 0

function request()
    n = n + 1
    headers["Idempotency-Key"] = salt .. "-" .. n
    local id = table.remove(waiting)
    if id then return wrk.format("POST", "/api/disputes/" .. id .. "/acceptance", headers, "{}") end
    return wrk.format("POST", "/api/disputes", headers, form)
end

function response(status, _, body)
    local id = status == 200 and body:match('^{"file":{"id":"(%w+)"')
    if id then table.insert(waiting, id) end
end
