#include "foundation/merkle.hpp"

#include <gtest/gtest.h>
#include <map>
#include <rapidcheck.h>
#include <stdexcept>

namespace maple {
namespace {

// Salt of the bytes n, n+1, … n+15 and the page {"n":n}.
Digest leaf(int n)
{
    std::string salt;
    for (int i = 0; i < 16; ++i) salt += char(n + i);
    return leaf_hash(salt, "{\"n\":" + std::to_string(n) + "}");
}

std::vector<Digest> leaves(int count)
{
    std::vector<Digest> out;
    for (int n = 0; n < count; ++n) out.push_back(leaf(n));
    return out;
}

}  // namespace

TEST(Merkle, heads_are_those_that_another_program_found)
{
    // Made with Python's hashlib from the definition in decisions.md.
    std::map<int, std::string> const heads{
        {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {1, "aff38a803cb5b52ffc0fcc282dd92fca3b9165eed2a70573499e83ed59dc1024"},
        {2, "23b853f6ebf1b2258bbbf972a9ec0951b996500ebce532b9041085e066817f51"},
        {3, "72c4b920bd97d8050205a167786b06ed0a6e304609ff4021b2a737653914e1ef"},
        {4, "bc0bc669943ca93f564ffe66d786100db2f7d8b0c064a143873b152a03336467"},
        {5, "ba1615e690d5a30de8f61e3f4256d18adca98e03a6790ac03c6cc8e407235aaf"},
        {7, "7a46e76b26cfb3bec3441986e74e8d87345e15bbc8de6587669868815bc837ed"},
        {8, "019885d456eaadd156874623e0ecc86e2cef17f44f5a8b4b6ac690996fb95e7b"},
        {11, "1686b968c08673345718c68744ca2f893f081ffdd07952eb32352a2063be0b7c"},
    };
    for (auto const& [n, head] : heads) EXPECT_EQ(hex(tree_head(leaves(n))), head) << n;
}

TEST(Merkle, a_tree_kept_as_its_peaks_grows_on_as_before)
{
    EXPECT_TRUE(rc::check([] {
        auto const all = leaves(*rc::gen::inRange(0, 100));
        auto const cut = std::size_t(*rc::gen::inRange(0, int(all.size()) + 1));
        Tree first;
        for (std::size_t i = 0; i < cut; ++i) first.append(all[i]);
        RC_ASSERT(first.head() == tree_head(std::span(all).first(cut)));
        Tree again(first.size(), first.peaks());
        for (std::size_t i = cut; i < all.size(); ++i) again.append(all[i]);
        RC_ASSERT(again.head() == tree_head(all));
        RC_ASSERT(again.size() == all.size());
    }));
}

TEST(Merkle, every_leaf_and_its_place_count)
{
    auto const all = leaves(13);
    auto const head = tree_head(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto changed = all;
        changed[i] = leaf(50);
        EXPECT_NE(tree_head(changed), head);
        if (i == 0) continue;
        auto swapped = all;
        std::swap(swapped[i - 1], swapped[i]);
        EXPECT_NE(tree_head(swapped), head);
    }
    EXPECT_NE(tree_head(std::span(all).first(12)), head);
}

TEST(Merkle, what_does_not_belong_together_is_refused)
{
    EXPECT_THROW(leaf_hash("salt", "{}"), std::invalid_argument);
    EXPECT_THROW(Tree(3, {leaf(0)}), std::invalid_argument);
    EXPECT_THROW(Tree(0, {leaf(0)}), std::invalid_argument);
}

}  // namespace maple
