package vn.dvk.replay.plan;

import java.util.List;

/** Plausible names of people. All are invented: a source that only counts individuals names none of them. */
final class People {

    private static final List<String> FAMILIES = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
            "Lý", "Vi", "Lương", "Nông", "Hà");

    private static final List<String> MEN = List.of(
            "Văn An",
            "Đức Bình",
            "Quốc Cường",
            "Hữu Dũng",
            "Xuân Hải",
            "Minh Khôi",
            "Công Lâm",
            "Đình Nam",
            "Thanh Phong",
            "Văn Quý",
            "Bá Sơn",
            "Trọng Tài",
            "Anh Tuấn");

    private static final List<String> WOMEN = List.of(
            "Thị Bích",
            "Thu Cúc",
            "Thị Duyên",
            "Ngọc Giang",
            "Thanh Hằng",
            "Thị Hoa",
            "Kim Liên",
            "Thị Mai",
            "Bích Ngọc",
            "Thị Phương",
            "Thu Quyên",
            "Thị Thảo",
            "Hồng Vân");

    private static final List<String> POSTS = List.of(
            "Bí thư chi bộ",
            "Trưởng ban công tác Mặt trận",
            "Chi hội trưởng Hội Nông dân",
            "Chi hội trưởng Hội Phụ nữ",
            "Bí thư Chi đoàn",
            "Chi hội trưởng Hội Cựu chiến binh",
            "Tổ trưởng tổ dân vận");

    private People() {}

    /** The number's household, named after its head. */
    static Entry.Person household(int number) {
        var head = person(number).name();
        return new Entry.Person((number % 2 == 0 ? "Hộ ông " : "Hộ bà ") + head, head, null);
    }

    /** The number's person: family names and given names turn at different speeds, so that few repeat. */
    static Entry.Person person(int number) {
        var given = number % 2 == 0 ? MEN : WOMEN;
        var family = FAMILIES.get(number % FAMILIES.size());
        var name = family + " " + given.get(number / 2 % given.size());
        return new Entry.Person(name, null, POSTS.get(number % POSTS.size()));
    }
}
