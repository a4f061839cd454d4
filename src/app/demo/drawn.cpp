#include "app/demo/drawn.hpp"
#include "documents/pdf/pdf.hpp"
#include "foundation/money.hpp"
#include "papers/lens/pdf.hpp"
#include "papers/lens/shrink.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace maple::app::demo {
namespace {

using papers::lens::Picture;

struct Colour {
    double red, green, blue;
};

// Numbers that follow from a seed and nothing else (Steele, Lea, Flood: SplitMix64).
class Grain {
public:
    explicit Grain(std::uint64_t seed) : state_(seed) {}
    double between(double least, double most) { return least + (most - least) * double(next() >> 11) / double(std::uint64_t(1) << 53); }

private:
    std::uint64_t next()
    {
        auto z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

class Canvas {
public:
    Canvas(int width, int height) : picture_{width, height, std::string(std::size_t(width) * std::size_t(height) * 3, '\xFF')} {}
    explicit Canvas(Picture picture) : picture_(std::move(picture)) {}
    int width() const { return picture_.width; }
    int height() const { return picture_.height; }
    Picture const& picture() const { return picture_; }

    // Laid over what is there, `strength` of it from 0 to 1.
    void put(int x, int y, Colour colour, double strength)
    {
        if (x < 0 || y < 0 || x >= picture_.width || y >= picture_.height || strength <= 0) return;
        auto* at = reinterpret_cast<unsigned char*>(picture_.rows.data()) + (std::size_t(y) * std::size_t(picture_.width) + std::size_t(x)) * 3;
        double const parts[] = {colour.red, colour.green, colour.blue};
        for (int c = 0; c < 3; ++c) at[c] = static_cast<unsigned char>(std::clamp(at[c] * (1 - strength) + parts[c] * strength, 0.0, 255.0));
    }
    void dot(double x, double y, double radius, Colour colour, double strength)
    {
        for (int v = int(y - radius); v <= int(y + radius) + 1; ++v)
            for (int u = int(x - radius); u <= int(x + radius) + 1; ++u)
                put(u, v, colour, strength * std::clamp(radius + 0.5 - std::hypot(u - x, v - y), 0.0, 1.0));
    }
    void line(double x1, double y1, double x2, double y2, double radius, Colour colour, double strength)
    {
        auto const steps = std::max(1, int(std::hypot(x2 - x1, y2 - y1)));
        for (int n = 0; n <= steps; ++n) dot(x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps, radius, colour, strength);
    }

private:
    Picture picture_;
};

void paint_wall(Canvas& canvas, Grain& grain)
{
    Colour const wall{grain.between(212, 232), grain.between(208, 226), grain.between(194, 214)};
    auto const light = grain.between(0.2, 0.8) * canvas.width();
    auto const skirting = canvas.height() * 0.9;
    for (int y = 0; y < canvas.height(); ++y)
        for (int x = 0; x < canvas.width(); ++x) {
            auto const shade = 1 - 0.22 * std::hypot((x - light) / canvas.width(), y * 0.7 / canvas.height());
            auto const rough = grain.between(-1.5, 1.5);
            Colour colour{wall.red * shade + rough, wall.green * shade + rough, wall.blue * shade + rough};
            if (y > skirting) colour = {92 * shade, 70 * shade, 52 * shade};
            canvas.put(x, y, colour, 1);
        }
}

// Wet once and dried: brown at the edge, paler within, and run down in a few places.
void paint_stain(Canvas& canvas, Grain& grain)
{
    auto const cx = grain.between(0.35, 0.65) * canvas.width(), cy = grain.between(0.25, 0.4) * canvas.height();
    auto const size = grain.between(0.16, 0.24) * canvas.width();
    std::array<double, 5> waves, turns;
    for (std::size_t n = 0; n < waves.size(); ++n) waves[n] = grain.between(0.03, 0.16) / double(n + 1), turns[n] = grain.between(0, 6.28);
    for (int y = 0; y < canvas.height(); ++y)
        for (int x = 0; x < canvas.width(); ++x) {
            auto const dx = (x - cx) / size, dy = (y - cy) / size * 1.25, turn = std::atan2(dy, dx);
            double edge = 1;
            for (std::size_t n = 0; n < waves.size(); ++n) edge += waves[n] * std::sin(turn * double(n + 2) + turns[n]);
            auto const inside = std::hypot(dx, dy) / edge;
            if (inside > 1.08) continue;
            auto const rim = std::exp(-std::pow((inside - 0.96) / 0.06, 2.0));
            canvas.put(x, y, {134, 104, 62}, inside < 1 ? 0.26 + 0.4 * rim : 0.5 * rim);
        }
    for (int n = 0; n < 3; ++n) {
        auto const x = cx + grain.between(-0.7, 0.7) * size, length = grain.between(0.5, 1.6) * size;
        canvas.line(x, cy + 0.6 * size, x + grain.between(-6, 6), cy + 0.6 * size + length, grain.between(1.5, 3.5), {140, 112, 72}, 0.12);
    }
}

void paint_crack(Canvas& canvas, Grain& grain)
{
    auto x = grain.between(0.1, 0.9) * canvas.width();
    for (double y = 0; y < canvas.height() * 0.5;) {
        auto const next_x = x + grain.between(-9, 9), next_y = y + grain.between(5, 14);
        canvas.line(x, y, next_x, next_y, 0.6, {96, 90, 82}, 0.5);
        x = next_x, y = next_y;
    }
}

void write_name(Canvas& canvas, Grain& grain, double x, double y)
{
    Colour const ink{24, 28, 74};
    for (int stroke = 0; stroke < 9; ++stroke) {
        auto u = x + stroke * 7 + grain.between(-3, 3), v = y + grain.between(-9, 9);
        for (int n = 0; n < 4; ++n) {
            auto const next_u = u + grain.between(-7, 11), next_v = v + grain.between(-8, 8);
            canvas.line(u, v, next_u, next_v, 0.9, ink, 0.5);
            u = next_u, v = next_v;
        }
    }
}

void press_seal(Canvas& canvas, Grain& grain, double x, double y)
{
    Colour const red{198, 30, 42};
    constexpr double radius = 48, full_turn = 6.2832;
    for (double turn = 0; turn < full_turn; turn += 0.01)
        canvas.dot(x + radius * std::cos(turn), y + radius * std::sin(turn), 1.3, red, 0.16 * grain.between(0.4, 1));
    std::array<std::pair<double, double>, 5> tips;
    for (std::size_t n = 0; n < tips.size(); ++n) tips[n] = {x + 16 * std::sin(full_turn * double(n) / 5), y - 16 * std::cos(full_turn * double(n) / 5)};
    for (std::size_t n = 0; n < tips.size(); ++n) {
        auto const& a = tips[n];
        auto const& b = tips[(n + 2) % tips.size()];
        canvas.line(a.first, a.second, b.first, b.second, 1.6, red, 0.35);
    }
}

std::string name_in(Tale const& tale, std::size_t side) { return std::string(tale.parties.at(side).as_object().at("name").as_string()); }

std::string day_in_words(Date on)
{
    std::chrono::year_month_day const ymd{on.day};
    return std::to_string(int(ymd.year())) + "年" + std::to_string(unsigned(ymd.month())) + "月" + std::to_string(unsigned(ymd.day())) + "日";
}

std::string one_page(std::string_view markdown, documents::Values const& values)
{
    return documents::pdf({{std::make_shared<documents::Sheet const>(documents::sheet(markdown, values))}});
}

Picture made_small(Picture const& large, int most)
{
    papers::lens::Shrinker shrinker(large.width, large.height, most);
    for (int y = 0; y < large.height; ++y) shrinker.row(reinterpret_cast<std::uint8_t const*>(large.rows.data()) + std::size_t(y) * std::size_t(large.width) * 3);
    return shrinker.take();
}

}  // namespace

std::string photo_of_a_stain(std::uint64_t seed)
{
    Canvas canvas(480, 360);
    Grain grain(seed);
    paint_wall(canvas, grain);
    paint_stain(canvas, grain);
    if (grain.between(0, 1) < 0.5) paint_crack(canvas, grain);
    return papers::lens::as_jpeg(canvas.picture());
}

std::string receipt(Tale const& tale, FilledPromise const& promise, Date on)
{
    auto const fen = promise.fen.value_or(0);
    return one_page("# 收条\n\n今收到{{from}}支付的人民币{{capital}}（¥{{figures}}），用于：{{what}}。款项已经收清，双方对此没有异议。\n\n---\n\n> 收款人（签名）：{{to}}\n> {{day}}\n",
                    {{{"from", name_in(tale, std::size_t(promise.from))}, {"to", name_in(tale, std::size_t(promise.to))}, {"capital", capital_yuan(fen)},
                      {"figures", yuan_text(fen)}, {"what", promise.what}, {"day", day_in_words(on)}}, {}});
}

std::string scanned_agreement(Tale const& tale, Date on, std::uint64_t seed)
{
    constexpr int side = 880;
    auto const page = one_page("# 人民调解协议书\n\n## 一、主要事实\n\n{{facts}}\n\n## 二、协议内容\n\n{{terms}}\n\n---\n\n申请人（签名）：{{one}}\n\n被申请人（签名）：{{other}}\n\n> {{day}}\n",
                               {{{"facts", tale.agreement_facts}, {"terms", tale.terms}, {"one", name_in(tale, 0)}, {"other", name_in(tale, 1)}, {"day", day_in_words(on)}}, {}});
    auto const large = papers::lens::whole_page(page, 0);
    Canvas canvas(large ? made_small(large.value(), side) : Picture(Canvas(side * 210 / 297, side).picture()));
    Grain grain(seed);
    for (int y = 0; y < canvas.height(); ++y)  // a lamp lights no page evenly
        for (int x = 0; x < canvas.width(); ++x) canvas.put(x, y, {238, 234, 222}, 0.1 + 0.12 * x / canvas.width());
    write_name(canvas, grain, canvas.width() * 0.52, canvas.height() * 0.66);
    write_name(canvas, grain, canvas.width() * 0.52, canvas.height() * 0.71);
    press_seal(canvas, grain, canvas.width() * 0.76, canvas.height() * 0.78);
    return papers::lens::as_jpeg(canvas.picture());
}

}  // namespace maple::app::demo
