//! The words of the form as it stands in static HTML, which are made natively and are in no module.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct FormWords {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) not_here: &'static str,
    pub(crate) elsewhere: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) steps: [&'static str; 4],
    pub(crate) steps_of_form: &'static str,
    pub(crate) actor: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) actor_from: &'static str,
    pub(crate) actor_until: &'static str,
    pub(crate) procedure: [&'static str; 2],
    pub(crate) text: [&'static str; 2],
    pub(crate) sender: &'static str,
    pub(crate) name: [&'static str; 2],
    pub(crate) address: [&'static str; 2],
    pub(crate) phone: [&'static str; 2],
    pub(crate) email: [&'static str; 2],
    pub(crate) consents: &'static str,
    pub(crate) required: &'static str,
    pub(crate) optional: &'static str,
    pub(crate) data: &'static str,
    pub(crate) controller: &'static str,
    pub(crate) rights: &'static str,
    pub(crate) withdraw: &'static str,
    pub(crate) leave_empty: &'static str,
    pub(crate) send: &'static str,
    pub(crate) open: &'static str,
    pub(crate) channels: &'static str,
    pub(crate) other_channels: &'static str,
    pub(crate) no_channels: &'static str,
    pub(crate) none_named: &'static str,
}

const VI: FormWords = FormWords {
    title: "Gửi phản ánh, kiến nghị",
    intro: "Cơ quan trả lời và công khai kết quả. Xin chọn đúng nơi nhận trước khi viết.",
    not_here: "Trang này không nhận phản ánh trực tiếp. Xin gửi qua một kênh chính thức nêu dưới đây.",
    elsewhere: "Việc gửi ở nơi khác",
    unit: "Nơi giải quyết:",
    unknown: "chưa có thông tin.",
    steps: ["Bước 1. Chọn loại việc", "Bước 2. Viết nội dung", "Bước 3. Thông tin liên hệ", "Bước 4. Đồng ý"],
    steps_of_form: "Các bước gửi phản ánh",
    actor: "Đơn vị nhận",
    choose: "Xin chọn",
    actor_from: "từ",
    actor_until: "đến",
    procedure: ["Mã thủ tục (nếu biết)", "Mã có dạng 1.001193; nếu không biết, xin để trống."],
    text: [
        "Nội dung phản ánh, kiến nghị",
        "Xin viết bằng tiếng Việt, ít nhất {} chữ cái, nhiều nhất {} ký tự. Xin đừng ghi số giấy tờ, số tài khoản hay thông tin của người khác.",
    ],
    sender: "Cơ quan cần biết để trả lời. Các thông tin này không được công khai.",
    name: ["Họ và tên", "Nhiều nhất {} ký tự."],
    address: ["Địa chỉ", "Số nhà, đường, phường hoặc xã; nhiều nhất {} ký tự."],
    phone: ["Số điện thoại", "Xin ghi ít nhất một trong hai: số điện thoại, thư điện tử."],
    email: ["Thư điện tử", "Ví dụ ten@vidu.vn; nhiều nhất {} ký tự."],
    consents: "Xin đọc rồi tự đánh dấu. Không đánh dấu là không đồng ý.",
    required: "cần có để gửi",
    optional: "không bắt buộc",
    data: "Dữ liệu:",
    controller: "Bên chịu trách nhiệm:",
    rights: "Quyền của quý vị:",
    withdraw: "Cách rút lại:",
    leave_empty: "Để trống ô này",
    send: "Gửi phản ánh",
    open: "Mở biểu mẫu gửi phản ánh",
    channels: "Kênh chính thức",
    other_channels: "Không dùng biểu mẫu? Xin liên hệ:",
    no_channels: "Phản ánh, kiến nghị gửi qua:",
    none_named: "Kế hoạch chưa nêu kênh nào.",
};

const EN: FormWords = FormWords {
    title: "Send feedback",
    intro: "The agency answers, and publishes the result. Choose the right place before you write.",
    not_here: "This page does not take feedback in. Please use one of the official channels below.",
    elsewhere: "What belongs elsewhere",
    unit: "Dealt with by:",
    unknown: "not known yet.",
    steps: ["Step 1. What it is about", "Step 2. Write", "Step 3. How to reach you", "Step 4. Consent"],
    steps_of_form: "Steps of the form",
    actor: "Addressed to",
    choose: "Please choose",
    actor_from: "from",
    actor_until: "until",
    procedure: [
        "Code of the procedure (if you know it)",
        "It looks like 1.001193; leave it empty if you do not know it.",
    ],
    text: [
        "Your feedback",
        "In Vietnamese, at least {} letters, at most {} characters. Please do not write numbers of papers or accounts, or about other people.",
    ],
    sender: "The agency needs this to answer. It is not published.",
    name: ["Full name", "At most {} characters."],
    address: ["Address", "House, street, ward or commune; at most {} characters."],
    phone: ["Phone", "Please give at least one of the two: phone, e-mail."],
    email: ["E-mail", "For example ten@vidu.vn; at most {} characters."],
    consents: "Please read and tick yourself. What is not ticked is not agreed to.",
    required: "needed to send",
    optional: "your choice",
    data: "Data:",
    controller: "Responsible:",
    rights: "Your rights:",
    withdraw: "How to take it back:",
    leave_empty: "Leave this empty",
    send: "Send feedback",
    open: "Open the form",
    channels: "Official channels",
    other_channels: "No form? Please contact:",
    no_channels: "Send feedback by:",
    none_named: "The plan names no channel yet.",
};

impl FormWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}

/// Puts numbers into the places that a text has for them.
pub(crate) fn filled(text: &str, numbers: &[usize]) -> String {
    let grouped = |number: &usize| {
        let count = i64::try_from(*number).ok().and_then(|number| loa_plan::Count::new(number).ok());
        count.map_or_else(|| number.to_string(), |count| count.to_string())
    };
    numbers.iter().fold(text.to_owned(), |text, number| text.replacen("{}", &grouped(number), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_their_places() {
        assert_eq!(
            filled(VI.text[1], &[10, 5000]).split('.').next(),
            Some("Xin viết bằng tiếng Việt, ít nhất 10 chữ cái, nhiều nhất 5")
        );
        assert_eq!(filled(EN.name[1], &[100]), "At most 100 characters.");
        assert_eq!(FormWords::of("en-GB"), &EN);
        assert_eq!(FormWords::of("km"), &VI);
    }
}
