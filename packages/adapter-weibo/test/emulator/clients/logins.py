"""
Two login libraries go through OAuth2 with the emulator in Weibo's place: `logins.py <emulator> <key> <secret> <redirect>`.

Prints JSON: what each learnt of the account, null for a library that is not installed, and what a redirect elsewhere is answered.
"""
import json
import sys
from urllib.parse import parse_qs, urlsplit

import requests

emulator, key, secret, redirect = sys.argv[1:]

# Both know Weibo by its address; here that leads to the emulator, as a hosts file would.
send = requests.Session.request
requests.Session.request = lambda session, method, url, **more: send(
    session, method, url.replace("https://api.weibo.com", emulator), **more
)


def code_of(address):
    answer = requests.get(address, allow_redirects=False)
    if answer.status_code != 302:
        return answer.json()["error"]
    return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]


def social_core():
    from social_core.backends.weibo import WeiboOAuth2
    from social_core.strategy import BaseStrategy
    from social_core.storage import BaseStorage

    class Strategy(BaseStrategy):
        session = {}
        data = {}

        def get_setting(self, name):
            return {"KEY": key, "SECRET": secret}[name.rsplit("_", 1)[-1]]

        def setting(self, name, default=None, backend=None):
            return {"KEY": key, "SECRET": secret}.get(name, default)

        def request_data(self, merge=True):
            return self.data

        def build_absolute_uri(self, path=None):
            return redirect

        def session_get(self, name, default=None):
            return self.session.get(name, default)

        def session_set(self, name, value):
            self.session[name] = value

        def authenticate(self, backend, *args, **kwargs):
            return kwargs["response"]

    strategy = Strategy(BaseStorage)
    backend = WeiboOAuth2(strategy, redirect_uri=redirect)
    code = code_of(backend.auth_url())
    backend.data = {"code": code, "state": strategy.session["weibo_state"]}
    user = backend.auth_complete()
    return {
        "uid": backend.get_user_id({}, user),
        "name": backend.get_user_details(user)["username"],
        "owner": str(backend.get_uid(user["access_token"])),
    }


def allauth():
    import django
    from django.conf import settings

    settings.configure(
        SECRET_KEY="x",
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sites", "django.contrib.messages",
            "allauth", "allauth.account", "allauth.socialaccount", "allauth.socialaccount.providers.weibo",
        ],
        SITE_ID=1,
        USE_TZ=True,
    )
    django.setup()
    from types import SimpleNamespace
    from django.test import RequestFactory
    from allauth.socialaccount.providers.oauth2.client import OAuth2Client
    from allauth.socialaccount.providers.weibo.views import WeiboOAuth2Adapter

    request = RequestFactory().get("/")
    request.session = {}
    adapter = WeiboOAuth2Adapter(request)
    client = OAuth2Client(request, key, secret, adapter.access_token_method, adapter.access_token_url, redirect, "")
    code = code_of(client.get_redirect_url(adapter.authorize_url, {}))
    token = client.get_access_token(code)
    parsed = adapter.parse_token(token)
    login = adapter.complete_login(request, SimpleNamespace(), parsed, response=token)
    profile = login.account.get_provider_account().get_profile_url()
    return {"uid": login.account.uid, "name": login.user.username, "profile": profile}


def elsewhere():
    query = "?response_type=code&client_id=" + key + "&redirect_uri=https://elsewhere.example/"
    return code_of(emulator + "/oauth2/authorize" + query)


answers = {}
for client in (social_core, allauth, elsewhere):
    try:
        answers[client.__name__] = client()
    except ImportError:
        answers[client.__name__] = None
print(json.dumps(answers, ensure_ascii=False))
