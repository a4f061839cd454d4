#include "registry/device.hpp"

#include <utility>

namespace maple::registry {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;  // as it stands in the line, our word

// The first that is found counts: browsers name those that they resemble, too.
constexpr Sign browsers[] = {
    {"MicroMessenger", "wechat"}, {"DingTalk", "dingtalk"}, {"HuaweiBrowser", "huawei"}, {"MQQBrowser", "qq"}, {"QQBrowser", "qq"},
    {"UCBrowser", "uc"}, {"360SE", "360"}, {"QIHU", "360"}, {"MiuiBrowser", "xiaomi"}, {"Edg", "edge"}, {"OPR/", "opera"},
    {"Firefox/", "firefox"}, {"FxiOS", "firefox"}, {"CriOS", "chrome"}, {"Chrome/", "chrome"}, {"Chromium/", "chrome"},
    {"Safari/", "safari"},
};
constexpr Sign systems[] = {
    {"OpenHarmony", "harmony"}, {"HarmonyOS", "harmony"}, {"Android", "android"}, {"iPhone", "iphone"}, {"iPad", "ipad"},
    {"Windows", "windows"}, {"Mac OS X", "mac"}, {"UOS", "uos"}, {"Kylin", "kylin"}, {"Linux", "linux"},
};

std::string_view first_of(auto const& signs, std::string_view line)
{
    for (auto const& [there, word] : signs)
        if (line.find(there) != line.npos) return word;
    return "other";
}

}  // namespace

std::string device_of(std::string_view user_agent)
{
    if (user_agent.empty()) return "";
    return std::string(first_of(browsers, user_agent)) + "/" + std::string(first_of(systems, user_agent));
}

}  // namespace maple::registry
