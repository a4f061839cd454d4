-- Reads one address again and again as the person whose cookie is given.
wrk.headers["Cookie"] = os.getenv("COOKIE")
