/// Pages as three kinds of site serve them, written for the tests.
enum HTMLPages {
    /// A large site: `article`, JSON-LD, a share bar, related links in the text, a menu and a footer.
    static let agency = """
        <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
        <title>انتهاء أعمال الجسر الجديد | وكالة المدى</title>
        <meta property="og:title" content="انتهاء أعمال الجسر الجديد"><meta property="og:site_name" content="المدى">
        <meta property="og:url" content="https://almada.example/a/17?utm=x">
        <link rel="canonical" href="https://almada.example/a/17">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":["NewsArticle"],"headline":"انتهاء أعمال الجسر \\u0627لجديد","datePublished":"2026-03-04T10:00:00+02:00",
        "author":{"@type":"Person","name":"سعاد حمدان"},"publisher":{"@type":"Organization","name":"وكالة المدى"},
        "mainEntityOfPage":{"@id":"https://almada.example/a/17"}}]}</script>
        <style>p { color: red }</style><script>var a = "<p>ليس نصا من المقال بأي حال من الأحوال</p>";</script></head>
        <body class="has-sidebar"><header><a href="/"><h1>المدى</h1></a>
        <nav><ul><li><a href="/p">سياسة</a></li><li><a href="/e">اقتصاد</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
        <main><article><h1>انتهاء أعمال الجسر الجديد</h1>
        <div class="share-bar"><a href="#">شارك عبر فيسبوك</a> <a href="#">تويتر</a> <span>انسخ الرابط</span></div>
        <figure><img src="a.jpg" alt="صورة"><figcaption>الجسر كما بدا صباح الثلاثاء.</figcaption></figure>
        <div class="article-body"><p>أعلنت وزارة النقل، يوم <b>الثلاثاء</b>، انتهاء أعمال الجسر الجديد الذي يربط ضفتي
        النهر&nbsp;بعد ثلاث سنوات من العمل المتواصل.</p>
        <p>وقال الوزير إن الجسر سيفتح أمام المركبات خلال أسبوعين، وإن كلفته بلغت 3.5 مليون دينار &laquo;دون قروض&raquo;.</p>
        <p><a href="/b">اقرأ أيضا: خطة لتوسيع الطريق الساحلي</a></p>
        <h2>حركة المرور</h2><p>ومن المتوقع أن يخفف الجسر الازدحام في وسط المدينة، كما أوضح <a href="/m">مدير المرور</a> في حديث
        مع الصحفيين بعد الجولة.</p><div class="ad adsbygoogle">إعلان</div>
        <h3>أرقام</h3><ul><li>الطول: 800 متر</li><li>العرض: 24 مترا</li></ul>
        <h2>مواضيع ذات صلة</h2><ul class="related-posts"><li><a href="/1">خبر أول عن الطرق في المدينة</a></li><li><a href="/2">خبر ثان</a></li></ul>
        </div></article><aside><h2>الأكثر قراءة</h2><p>نص طويل عن موضوع آخر لا علاقة له بالمقال، يقع في عمود جانبي من الصفحة ولا
        ينبغي أن يدخل في النص.</p></aside></main>
        <section id="comments"><h2>التعليقات</h2><p>تعليق قارئ طويل بما يكفي ليبدو كأنه فقرة من فقرات المقال، لكنه ليس منها.</p></section>
        <footer><p>جميع الحقوق محفوظة لوكالة المدى، ولا يجوز النقل دون إذن مكتوب من الإدارة العامة.</p></footer></body></html>
        """

    static let agencyText = """
        انتهاء أعمال الجسر الجديد

        أعلنت وزارة النقل، يوم الثلاثاء، انتهاء أعمال الجسر الجديد الذي يربط ضفتي النهر\u{A0}بعد ثلاث سنوات من العمل المتواصل.

        وقال الوزير إن الجسر سيفتح أمام المركبات خلال أسبوعين، وإن كلفته بلغت 3.5 مليون دينار «دون قروض».

        حركة المرور

        ومن المتوقع أن يخفف الجسر الازدحام في وسط المدينة، كما أوضح مدير المرور في حديث مع الصحفيين بعد الجولة.

        أرقام

        الطول: 800 متر
        العرض: 24 مترا
        """

    /// A blog engine: `div`s with classes, widgets, tags, unclosed paragraphs, `time`.
    static let blog = """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>مهرجان الفيلم يعلن ضيوفه - موقع الشاشة</title>
        </head><body><div id="page"><div id="main-menu"><a href="/">الرئيسية</a> <a href="/c">سينما</a></div>
        <div class="breadcrumbs"><a href="/">الرئيسية</a> / <a href="/c">سينما</a> / مهرجان</div>
        <div id="content"><div class="post-17 post"><h1 class="entry-title">مهرجان الفيلم يعلن ضيوفه</h1>
        <div class="post-meta">نشر في <time datetime="2026-05-01">1 مايو</time> بقلم <a href="/w">هالة نور</a></div>
        <div class="entry-content"><p>كشفت إدارة مهرجان الفيلم القصير عن قائمة ضيوف دورته العاشرة، وتضم مخرجين من عشرين بلدا عربيا وأجنبيا.
        <p>وتقام الدورة في مدينة أصيلة بين الرابع والعاشر من يونيو المقبل، وتعرض خلالها ستون فيلما.
        <blockquote>نريد أن يرى الجمهور أفلاما لا يراها في مكان آخر، وأن يتحدث مع صانعيها وجها لوجه.</blockquote>
        <table><tr><th>اليوم</th><th>الفيلم</th></tr><tr><td>السبت</td><td>ظل</td></tr></table>
        <p>سطر أول<br>سطر ثان<br><br>فقرة بعد سطرين فارغين.
        <div class="sharedaddy share"><span>شارك هذا الموضوع مع أصدقائك عبر وسائل التواصل</span></div></div>
        <div class="tags"><a href="/t">مهرجان</a> <a href="/t2">أفلام</a></div></div>
        <div class="related"><h3>قد يعجبك أيضا</h3><p>مقالة أخرى لها مقدمة طويلة نسبيا تظهر هنا تحت العنوان لتغري القارئ بالنقر.</p></div></div>
        <div id="sidebar"><div class="widget">تابعنا</div></div><div id="footer">حقوق النشر</div></div></body></html>
        """

    static let blogText = """
        مهرجان الفيلم يعلن ضيوفه

        كشفت إدارة مهرجان الفيلم القصير عن قائمة ضيوف دورته العاشرة، وتضم مخرجين من عشرين بلدا عربيا وأجنبيا.

        وتقام الدورة في مدينة أصيلة بين الرابع والعاشر من يونيو المقبل، وتعرض خلالها ستون فيلما.

        نريد أن يرى الجمهور أفلاما لا يراها في مكان آخر، وأن يتحدث مع صانعيها وجها لوجه.

        اليوم | الفيلم
        السبت | ظل

        سطر أول
        سطر ثان

        فقرة بعد سطرين فارغين.
        """

    /// An old site: tables for layout, `font`, line breaks for paragraphs, upper-case tags, no metadata.
    static let tables = """
        <HTML><HEAD><TITLE>الجريدة: وصول السفينة</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD COLSPAN=2><A HREF="i.html">الصفحة
        الأولى</A> | <A HREF="l.html">محليات</A> | <A HREF="s.html">رياضة</A></TD></TR>
        <TR><TD WIDTH=150><A HREF=1>خبر أول</A><BR><A HREF=2>خبر ثان</A><BR><A HREF=3>خبر ثالث</A></TD>
        <TD><FONT SIZE=5><B>وصول السفينة إلى الميناء</B></FONT><BR><BR><FONT SIZE=3>رست سفينة الأبحاث في ميناء العقبة مساء أمس بعد رحلة
        استمرت أربعة أشهر جمع العلماء خلالها عينات من قاع البحر.<BR><BR>وقال رئيس البعثة الدكتور نبيل عواد إن النتائج الأولى ستنشر قبل نهاية
        العام في مجلة الجامعة.<BR><BR>وشارك في الرحلة باحثون من ست جامعات عربية، بينهم طلاب دراسات عليا.</FONT></TD></TR></TABLE></BODY></HTML>
        """

    static let tablesText = """
        وصول السفينة إلى الميناء

        رست سفينة الأبحاث في ميناء العقبة مساء أمس بعد رحلة استمرت أربعة أشهر جمع العلماء خلالها عينات من قاع البحر.

        وقال رئيس البعثة الدكتور نبيل عواد إن النتائج الأولى ستنشر قبل نهاية العام في مجلة الجامعة.

        وشارك في الرحلة باحثون من ست جامعات عربية، بينهم طلاب دراسات عليا.
        """
}
