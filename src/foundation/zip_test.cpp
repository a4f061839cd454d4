#include "foundation/zip.hpp"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>

namespace maple {
namespace {

std::vector<ZippedFile> const files{{"01-agreement.pdf", std::string("%PDF\0\xff", 6)}, {"manifest.json", "{}"}, {"empty.txt", ""}};

TEST(zip, gives_back_what_went_in)
{
    auto const out = unzip(zip(files));
    ASSERT_EQ(out.size(), files.size());
    for (auto const& file : files) EXPECT_EQ(out.at(file.name), file.bytes) << file.name;
}

TEST(zip, equal_files_give_equal_bytes_wherever_the_clock_hangs)
{
    auto const here = zip(files);
    setenv("TZ", "Asia/Urumqi", 1);
    tzset();
    EXPECT_EQ(zip(files), here);
    unsetenv("TZ");
    tzset();
    auto other = files;
    std::swap(other[0], other[1]);
    EXPECT_NE(zip(other), here) << "the order is the one given";
}

TEST(zip, a_name_cannot_lead_out_of_the_folder)
{
    for (auto const* name : {"", "../x", "a/b", ".hidden", "名单.pdf", "a b"}) EXPECT_THROW(zip({{name, "x"}}), std::logic_error) << name;
    EXPECT_THROW(zip({{"a", "1"}, {"a", "2"}}), std::logic_error);
}

TEST(zip, what_is_no_zip_file_is_refused) { EXPECT_THROW(unzip("no zip file at all"), std::runtime_error); }

}  // namespace
}  // namespace maple
